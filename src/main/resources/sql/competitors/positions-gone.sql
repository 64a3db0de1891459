delete from positions where computed_at < ?
