delete from plans where listed = 0 and last_seen < ?
