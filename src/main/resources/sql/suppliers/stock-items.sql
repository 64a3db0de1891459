-- One page of the items of our own stock, the newest first, as one JSON document. Secrets stay where they are.
select json_build_object(
    'items', coalesce(json_agg(json_build_object(
        'id', page.id,
        'kind', page.kind,
        'sku', page.sku,
        'iccid', page.iccid,
        'state', page.state,
        'reason', page.reason,
        'expiresOn', page.expires_on,
        'location', page.location,
        'cost', json_build_object('amount', page.cost_amount::text, 'currency', page.cost_currency),
        'stockOrder', page.number,
        'importedAt', page.imported_at,
        'importedBy', page.imported_by,
        'changedAt', page.changed_at,
        'changedBy', page.changed_by) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select i.*, o.number
    from stock.items i
    left join stock.allocations a on a.item_id = i.id and a.live
    left join stock.orders o on o.id = a.order_id
    where (cast(:#after as bigint) is null or i.id < cast(:#after as bigint))
      and (cast(:#sku as text) is null or i.sku = cast(:#sku as text))
      and (cast(:#kind as text) is null or i.kind = cast(:#kind as text))
      and (cast(:#state as text) is null or i.state = cast(:#state as text))
      and (cast(:#iccid as text) is null or i.iccid = cast(:#iccid as text))
    order by i.id desc
    limit :#limit) page
