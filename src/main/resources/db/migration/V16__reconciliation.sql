-- Our books against the channels' and the suppliers': what was looked at, what differed, what became of it.

create schema reconciliation;

create table reconciliation.runs (
    id           bigint generated always as identity primary key,
    kind         text        not null check (kind in ('changes', 'day', 'supplier')),
    -- channel or supplier, and the shop where there are several
    party        text        not null,
    account      text        not null,
    -- a planned time or a wish: one run each, however many processes ask
    cause        text        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    -- empty until it begins, where it goes on from where the last one ended
    window_from  timestamptz,
    window_to    timestamptz,
    state        text        not null default 'WAITING'
        check (state in ('WAITING', 'RUNNING', 'FAILED', 'DONE', 'REFUSED', 'CANCELLED', 'SUPERSEDED')),
    started_at   timestamptz,
    ended_at     timestamptz,
    -- the page that is read next, in the party's own words
    position     text,
    compared     integer     not null default 0,
    -- the latest time in what was read, as the party said it
    newest       timestamptz,
    -- differences that were found by it, known ones not counted
    found        integer     not null default 0,
    error        text,
    ended_by     text,
    unique (kind, party, account, cause),
    check (window_from < window_to),
    check ((window_from is null) = (window_to is null)),
    check ((ended_at is null) = (state in ('WAITING', 'RUNNING', 'FAILED')))
) with (fillfactor = 70);
create unique index one_planned_run_at_a_time on reconciliation.runs (kind, party, account)
    where state = 'RUNNING' and requested_by = 'schedule';

create table reconciliation.breaks (
    id          bigint generated always as identity primary key,
    run_id      bigint      not null references reconciliation.runs,
    kind        text        not null,
    party       text        not null,
    account     text        not null,
    -- the channel's id of the order, or the supplier's of its
    subject     text        not null,
    order_id    bigint,
    purchase_id bigint,
    -- what each side says
    details     jsonb       not null,
    -- the other side's time of it, if it has one
    changed_at  timestamptz,
    -- what was put into the inbox to mend it
    event       bigint,
    found_at    timestamptz not null,
    state       text        not null check (state in ('REPAIRING', 'OPEN', 'REPAIRED', 'CLOSED')),
    ended_at    timestamptz,
    ended_by    text,
    reason      text,
    check ((ended_at is null) = (state in ('REPAIRING', 'OPEN'))),
    check (state <> 'CLOSED' or reason is not null)
) with (fillfactor = 80);
create unique index break_open_once on reconciliation.breaks (party, account, kind, subject) where state in ('REPAIRING', 'OPEN');
create index breaks_not_ended on reconciliation.breaks (id) where state in ('REPAIRING', 'OPEN');
create index breaks_of_run on reconciliation.breaks (run_id);
create index breaks_of_subject on reconciliation.breaks (party, account, subject);

-- The orders that a channel showed of a day, while that day is being read.
create table reconciliation.listed (
    run_id      bigint not null references reconciliation.runs on delete cascade,
    external_id text   not null,
    primary key (run_id, external_id)
);

-- What suppliers say they sold us: the newest word of each order.
create table reconciliation.supplier_orders (
    supplier       text        not null,
    reference      text        not null,
    key            text,
    supplier_sku   text        not null,
    quantity       integer     not null,
    total_amount   numeric(19, 4),
    total_currency char(3),
    ordered_at     timestamptz not null,
    run_id         bigint      not null references reconciliation.runs,
    primary key (supplier, reference),
    check ((total_amount is null) = (total_currency is null))
);
create index supplier_orders_by_key on reconciliation.supplier_orders (supplier, key) where key is not null;
create index supplier_orders_of_run on reconciliation.supplier_orders (run_id);
create index supplier_orders_by_time on reconciliation.supplier_orders (ordered_at);
create index purchases_by_time on fulfillment.purchases (dispatched_at);

-- A database that was restored: nothing is bought before it is known what was bought since the backup.
create table fulfillment.recoveries (
    id          bigint generated always as identity primary key,
    -- the newest fact in the backup
    backup_at   timestamptz not null,
    started_at  timestamptz not null,
    -- the channels' orders are back, so what was bought for them can be looked for
    matching_at timestamptz,
    released_at timestamptz,
    released_by text,
    reason      text,
    check (backup_at <= started_at),
    check ((released_at is null) = (released_by is null) and (released_at is null) = (reason is null))
);
create unique index one_recovery_at_a_time on fulfillment.recoveries ((true)) where released_at is null;

create index orders_by_placed_at on retail.orders (channel, shop, placed_at);
