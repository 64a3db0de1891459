-- eSIMs that are to be given back and nobody does it: no work item, and no dead letter that a person has.
select x.id
from fulfillment.cancellations x
where x.state in ('REQUESTED', 'DISPATCHED', 'UNKNOWN')
  and coalesce(x.answer_by, x.requested_at) < now() - interval '1 minute'
  and not exists (
    select from operations.work w
    where w.task_name = 'work' and w.task_instance in (x.work_key, 'cancel:' || x.id || ':sweep'))
  and not exists (
    select from operations.cases c
    where c.kind = 'dead-letter' and c.state = 'OPEN' and c.work_queue = 'cancellations' and c.work_payload = x.id::text)
limit 500
