-- One page of the cards that are owed and not picked, or with state PICKED not posted yet, the oldest first, as one JSON document.
select json_build_object(
    'cards', coalesce(json_agg(json_build_object(
        'order', page.number,
        'externalName', page.external_name,
        'name', page.shipping_address ->> 'name',
        'address', page.shipping_address,
        'product', page.product,
        'sku', page.sku,
        'stockSku', page.stock_sku,
        'location', page.location,
        'iccid', page.iccid,
        'state', page.state,
        'allocatedAt', page.allocated_at) order by page.id), '[]'),
    'next', case when count(*) = :#limit then max(page.id)::text end)::text
from (
    select e.id, o.number, o.external_name, o.shipping_address, r.sku, p.name as product, i.sku as stock_sku, i.location,
        i.iccid, i.state, a.at as allocated_at
    from stock.allocations a
    join stock.items i on i.id = a.item_id
    join fulfillment.esims e on e.supplier = 'stock' and e.supplier_esim_id = a.id::text
    join fulfillment.units u on u.id = e.unit_id
    join fulfillment.requests r on r.id = u.request_id
    left join catalog.products p on p.sku = r.sku
    left join retail.orders o on o.id = r.owner_order and r.owner_kind = 'retail'
    where a.live and i.kind = 'sim' and u.state = 'BOUGHT'
      and i.state = coalesce(cast(:#state as text), 'ALLOCATED') and i.state in ('ALLOCATED', 'PICKED')
      and (cast(:#after as bigint) is null or e.id > cast(:#after as bigint))
      and (cast(:#sku as text) is null or r.sku = cast(:#sku as text))
    order by e.id
    limit :#limit) page
