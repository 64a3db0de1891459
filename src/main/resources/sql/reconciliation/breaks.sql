-- One page of differences between books, the newest first, as one JSON document; those that have not ended unless asked otherwise.
select json_build_object(
    'breaks', coalesce(json_agg(json_build_object(
        'id', page.id,
        'run', page.run_id,
        'kind', page.kind,
        'party', page.party,
        'account', page.account,
        'subject', page.subject,
        'order', page.number,
        'purchase', page.purchase_id,
        'details', page.details,
        'changedAt', page.changed_at,
        'foundAt', page.found_at,
        'state', page.state,
        'endedAt', page.ended_at,
        'endedBy', page.ended_by,
        'reason', page.reason) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select b.*, o.number
    from reconciliation.breaks b left join retail.orders o on o.id = b.order_id
    where (cast(:#after as bigint) is null or b.id < cast(:#after as bigint))
      and (cast(:#kind as text) is null or b.kind = cast(:#kind as text))
      and (cast(:#party as text) is null or b.party = cast(:#party as text))
      and (cast(:#run as text) is null or b.run_id::text = cast(:#run as text))
      and (b.state = cast(:#state as text) or cast(:#state as text) is null and (b.ended_at is null or cast(:#run as text) is not null))
    order by b.id desc
    limit :#limit) page
