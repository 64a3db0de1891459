-- The alarm is over when its item, purchase or cancellation is.
update operations.cases c
set state = 'CLOSED', closed_at = now(), closed_by = 'alarm-old-work', closing_reason = 'it went on'
where c.kind = 'old-work' and c.state = 'OPEN'
  and not exists (
    select from operations.work w
    where w.task_instance = c.subject and w.execution_time < now() - interval '10 minutes')
  and not exists (
    select from fulfillment.purchases p
    where 'purchase:' || p.id = c.subject and p.state in ('DISPATCHED', 'ACCEPTED', 'UNKNOWN'))
  and not exists (
    select from fulfillment.cancellations x
    where 'cancellation:' || x.id = c.subject and x.state in ('DISPATCHED', 'UNKNOWN'))
