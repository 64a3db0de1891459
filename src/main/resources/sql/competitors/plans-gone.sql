update plans set listed = 0 where competitor = ? and listed = 1 and last_seen < ?
