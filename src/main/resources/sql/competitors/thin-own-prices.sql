delete from own_prices where current = 0 and last_seen < ?
