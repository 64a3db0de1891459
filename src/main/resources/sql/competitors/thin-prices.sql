delete from prices where current = 0 and last_seen < ?
