delete from runs where ended_at < ?
