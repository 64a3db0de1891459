-- One page of who looked at an eSIM's secrets, the newest first, as one JSON document; no row if there is no such eSIM.
with esim as (
    select e.id from fulfillment.esims e
    where e.id = case when cast(:#id as text) ~ '^[0-9]{1,18}$' then cast(:#id as bigint) end
), page as (
    select v.* from operations.secret_views v
    where v.esim_id = (select id from esim)
      and (cast(:#after as bigint) is null or v.id < cast(:#after as bigint))
    order by v.id desc
    limit :#limit
)
select json_build_object(
    'esim', esim.id,
    'views', (
        select coalesce(json_agg(json_build_object(
            'id', page.id, 'at', page.at, 'by', page.operator, 'reason', page.reason) order by page.id desc), '[]')
        from page),
    'next', (select case when count(*) = :#limit then min(page.id)::text end from page))::text
from esim
