-- One page of readings of suppliers' lists, the newest first, as one JSON document.
select json_build_object(
    'syncs', coalesce(json_agg(json_build_object(
        'id', page.id,
        'supplier', page.supplier,
        'requestedBy', page.requested_by,
        'requestedAt', page.requested_at,
        'startedAt', page.started_at,
        'endedAt', page.ended_at,
        'outcome', page.outcome,
        'counts', page.counts,
        'error', page.error) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select * from catalog.sync_runs r
    where (cast(:#after as bigint) is null or r.id < cast(:#after as bigint))
      and (cast(:#supplier as text) is null or r.supplier = cast(:#supplier as text))
      and (cast(:#outcome as text) is null or r.outcome = cast(:#outcome as text))
    order by r.id desc
    limit :#limit) page
