-- One comparison of books with its progress and what it found; progress is how much of the window lies behind the newest order read.
select json_build_object(
    'id', r.id,
    'kind', r.kind,
    'party', r.party,
    'account', r.account,
    'requestedBy', r.requested_by,
    'requestedAt', r.requested_at,
    'from', r.window_from,
    'to', r.window_to,
    'state', r.state,
    'startedAt', r.started_at,
    'endedAt', r.ended_at,
    'endedBy', r.ended_by,
    'seconds', extract(epoch from coalesce(r.ended_at, now()) - r.started_at),
    'compared', r.compared,
    'newest', r.newest,
    'percent', case
        when r.state = 'DONE' then 100
        when r.newest is null then 0
        else least(99, greatest(0, floor(100 * extract(epoch from r.newest - r.window_from)
            / extract(epoch from r.window_to - r.window_from)))) end,
    'found', r.found,
    'error', r.error,
    'breaks', (
        select coalesce(json_agg(json_build_object(
            'id', b.id,
            'kind', b.kind,
            'subject', b.subject,
            'order', o.number,
            'purchase', b.purchase_id,
            'details', b.details,
            'state', b.state,
            'endedBy', b.ended_by,
            'reason', b.reason) order by b.id), '[]')
        from (select * from reconciliation.breaks where run_id = r.id order by id limit 200) b
        left join retail.orders o on o.id = b.order_id))::text
from reconciliation.runs r
where r.id::text = :#id
