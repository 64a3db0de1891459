insert into runs (competitor, asked_by, started_at, ended_at, duration_ms, result, offers, skipped, requests, detail)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
