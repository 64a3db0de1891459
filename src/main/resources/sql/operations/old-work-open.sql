-- A work item that nobody takes for ten minutes after it was due, or whose taker has been silent as long, and a purchase whose supplier has owed an answer or eSIMs for half an
-- hour. The cases carry no order, so that they do not change what the order shows.
insert into operations.cases (kind, reason, subject, attempts, last_error, opened_at)
select 'old-work', 'OVERDUE', w.task_instance, w.consecutive_failures, 'due since ' || w.execution_time, now()
from (
    select task_instance, execution_time, coalesce(consecutive_failures, 0) as consecutive_failures
    from operations.work
    where execution_time < now() - interval '10 minutes' and (not picked or last_heartbeat < now() - interval '10 minutes')) w
union all
select 'old-work', p.state, 'purchase:' || p.id, 0, 'at ' || p.supplier || ' since ' || p.dispatched_at, now()
from fulfillment.purchases p
where p.state in ('DISPATCHED', 'ACCEPTED', 'UNKNOWN') and p.dispatched_at < now() - interval '30 minutes'
union all
-- giving an eSIM back whose answer has been owed for as long
select 'old-work', x.state, 'cancellation:' || x.id, x.sendings, 'of eSIM ' || x.esim_id || ' since ' || x.dispatched_at, now()
from fulfillment.cancellations x
where x.state in ('DISPATCHED', 'UNKNOWN') and x.dispatched_at < now() - interval '30 minutes'
on conflict (kind, subject) where state = 'OPEN' do nothing
