update prices set last_seen = ?
where current = 1 and plan in (select id from plans where competitor = ? and last_seen = ?)
