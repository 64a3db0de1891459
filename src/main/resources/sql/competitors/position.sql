select product as id, computed_at as computedAt, document from positions where sku = ?
