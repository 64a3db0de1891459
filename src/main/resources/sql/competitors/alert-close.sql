update alerts set closed_at = ? where id = ?
