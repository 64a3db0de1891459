select id, started_at as startedAt, ended_at as endedAt, duration_ms as durationMs, asked_by as askedBy,
       result, offers, skipped, requests, detail
from runs
where competitor = ? and id < ?
order by id desc
limit ?
