-- One page of orders, the newest first, as one JSON document.
select json_build_object(
    'orders', coalesce(json_agg(json_build_object(
        'number', page.number,
        'channel', page.channel,
        'shop', page.shop,
        'externalId', page.external_id,
        'externalName', page.external_name,
        'state', page.state,
        'reason', page.reason,
        'createdAt', page.created_at,
        'updatedAt', page.updated_at) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select * from retail.orders o
    where (cast(:#after as bigint) is null or o.id < cast(:#after as bigint))
      and (cast(:#channel as text) is null or o.channel = cast(:#channel as text))
      and (cast(:#shop as text) is null or o.shop = cast(:#shop as text))
      and (cast(:#externalId as text) is null or o.external_id = cast(:#externalId as text))
      and (cast(:#externalName as text) is null or o.external_name = cast(:#externalName as text))
      and (cast(:#state as text) is null or o.state = cast(:#state as text))
    order by o.id desc
    limit :#limit) page
