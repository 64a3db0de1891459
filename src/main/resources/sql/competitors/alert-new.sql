insert or ignore into alerts (sku, competitor, external_id, ours, theirs, percent, opened_at, seen_at)
values (?, ?, ?, ?, ?, ?, ?, ?)
