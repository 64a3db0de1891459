-- One page of comparisons of books, the newest first, as one JSON document.
select json_build_object(
    'reconciliations', coalesce(json_agg(json_build_object(
        'id', page.id,
        'kind', page.kind,
        'party', page.party,
        'account', page.account,
        'requestedBy', page.requested_by,
        'requestedAt', page.requested_at,
        'from', page.window_from,
        'to', page.window_to,
        'state', page.state,
        'startedAt', page.started_at,
        'endedAt', page.ended_at,
        'seconds', extract(epoch from page.ended_at - page.started_at),
        'compared', page.compared,
        'found', page.found,
        'repaired', page.repaired,
        'open', page.open,
        'error', page.error) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select r.*,
        (select count(*) from reconciliation.breaks b where b.run_id = r.id and b.state = 'REPAIRED') as repaired,
        (select count(*) from reconciliation.breaks b where b.run_id = r.id and b.ended_at is null) as open
    from reconciliation.runs r
    where (cast(:#after as bigint) is null or r.id < cast(:#after as bigint))
      and (cast(:#kind as text) is null or r.kind = cast(:#kind as text))
      and (cast(:#party as text) is null or r.party = cast(:#party as text))
      and (cast(:#state as text) is null or r.state = cast(:#state as text))
    order by r.id desc
    limit :#limit) page
