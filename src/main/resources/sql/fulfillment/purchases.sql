-- One page of purchases, the newest first, as one JSON document.
select json_build_object(
    'purchases', coalesce(json_agg(json_build_object(
        'id', page.id,
        'supplier', page.supplier,
        'supplierSku', page.supplier_sku,
        'key', page.key,
        'state', page.state,
        'outcome', page.outcome,
        'quantity', page.quantity,
        'unitCost', json_build_object('amount', page.unit_cost::text, 'currency', page.cost_currency),
        'supplierOrder', page.supplier_order,
        'order', page.number,
        'dispatchedAt', page.dispatched_at,
        'answerBy', page.answer_by,
        'answeredAt', page.answered_at) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select p.*, o.number
    from fulfillment.purchases p
    join fulfillment.requests r on r.id = p.request_id
    left join retail.orders o on o.id = r.owner_order and r.owner_kind = 'retail'
    where (cast(:#after as bigint) is null or p.id < cast(:#after as bigint))
      and (cast(:#state as text) is null or p.state = cast(:#state as text))
      and (cast(:#supplier as text) is null or p.supplier = cast(:#supplier as text))
      and (cast(:#order as text) is null or o.number = cast(:#order as text))
    order by p.id desc
    limit :#limit) page
