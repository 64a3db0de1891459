-- One page of what is or was to be given back, the newest first, as one JSON document.
select json_build_object(
    'cancellations', coalesce(json_agg(json_build_object(
        'id', page.id,
        'esim', page.esim_id,
        'iccid', page.iccid,
        'supplier', page.supplier,
        'supplierOrder', page.supplier_order,
        'supplierSku', page.supplier_sku,
        'cost', json_build_object('amount', page.unit_cost::text, 'currency', page.cost_currency),
        'order', page.number,
        'state', page.state,
        'outcome', page.outcome,
        'answer', page.answer,
        'sendings', page.sendings,
        'requestedAt', page.requested_at,
        'dispatchedAt', page.dispatched_at,
        'endedAt', page.ended_at) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select x.*, e.iccid, e.supplier, p.supplier_order, p.supplier_sku, p.unit_cost, p.cost_currency, o.number
    from fulfillment.cancellations x
    join fulfillment.esims e on e.id = x.esim_id
    join fulfillment.purchases p on p.id = e.purchase_id
    join fulfillment.requests r on r.id = p.request_id
    left join retail.orders o on o.id = r.owner_order and r.owner_kind = 'retail'
    where (cast(:#after as bigint) is null or x.id < cast(:#after as bigint))
      and (cast(:#state as text) is null or x.state = cast(:#state as text))
      and (cast(:#supplier as text) is null or e.supplier = cast(:#supplier as text))
      and (cast(:#order as text) is null or o.number = cast(:#order as text))
    order by x.id desc
    limit :#limit) page
