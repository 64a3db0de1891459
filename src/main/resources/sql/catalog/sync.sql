-- One reading of a supplier's list, with everything it changed and found.
select json_build_object(
    'id', r.id,
    'supplier', r.supplier,
    'requestedBy', r.requested_by,
    'requestedAt', r.requested_at,
    'acceptLoss', r.accept_loss,
    'startedAt', r.started_at,
    'endedAt', r.ended_at,
    'outcome', r.outcome,
    'counts', r.counts,
    'error', r.error,
    'changes', r.changes)::text
from catalog.sync_runs r
where r.id::text = :#id
