delete from alerts where closed_at < ?
