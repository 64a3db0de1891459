-- eSIMs that are not owed any more, and what became of giving them back to their suppliers.
create table fulfillment.cancellations (
    id            bigint generated always as identity primary key,
    esim_id       bigint      not null unique references fulfillment.esims,
    -- KEPT: the supplier did not take it back, or cannot; a person may know better
    state         text        not null check (state in ('REQUESTED', 'DISPATCHED', 'UNKNOWN', 'CANCELLED', 'KEPT')),
    -- why it stands there, in one word, and the supplier's words
    outcome       text,
    answer        text,
    -- how often the supplier was sent it; only the last sending's answer counts
    sendings      integer     not null default 0 check (sendings >= 0),
    -- the answer to a sending was lost: it may have been taken back already
    in_doubt      boolean     not null default false,
    -- how often a person asked for it
    asked         integer     not null default 0 check (asked >= 0),
    requested_at  timestamptz not null,
    dispatched_at timestamptz,
    answer_by     timestamptz check (answer_by > dispatched_at),
    ended_at      timestamptz,
    -- the newest work item that moves it; the sweeper looks whether it is still there
    work_key      text,
    check ((dispatched_at is null) = (answer_by is null)),
    check (state not in ('DISPATCHED', 'UNKNOWN') or dispatched_at is not null),
    check ((state in ('CANCELLED', 'KEPT')) = (ended_at is not null)),
    check (state <> 'KEPT' or outcome is not null)
) with (fillfactor = 80);
create index cancellations_open on fulfillment.cancellations (id) where state in ('REQUESTED', 'DISPATCHED', 'UNKNOWN');
