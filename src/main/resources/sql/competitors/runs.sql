select id, started_at as startedAt, ended_at as endedAt, duration_ms as durationMs, asked_by as askedBy,
       result, offers, skipped, requests, detail
from runs
where competitor = ? and id < cast(? as integer) and (cast(? as text) is null or result = ?)
order by id desc
limit ?
