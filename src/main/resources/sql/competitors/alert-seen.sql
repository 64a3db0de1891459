update alerts set external_id = ?, ours = ?, theirs = ?, percent = ?, seen_at = ?
where sku = ? and competitor = ? and closed_at is null
