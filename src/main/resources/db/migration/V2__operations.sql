-- What came in from outside, what is still to be done, what a person must see, and what happened.

create table operations.inbox (
    id           bigint generated always as identity primary key,
    channel      text        not null,
    shop         text        not null,
    topic        text        not null,
    delivery_id  text        not null,
    body_sha256  bytea       not null check (octet_length(body_sha256) = 32),
    headers      jsonb       not null default '{}',
    body         bytea       not null,
    received_at  timestamptz not null,
    order_id     bigint,
    processed_at timestamptz,
    outcome      text check (outcome in ('MERGED', 'DEAD_LETTER')),
    unique (channel, shop, topic, delivery_id, body_sha256),
    check ((processed_at is null) = (outcome is null))
) with (fillfactor = 90);
-- the body is written once and read at most once: compressing it costs more than the disk
alter table operations.inbox alter column body set storage external;

-- db-scheduler's table: one task type, the queue's name is in the data
create table operations.work (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index work_due on operations.work (execution_time);
create index work_heartbeat on operations.work (last_heartbeat) where picked;

create table operations.cases (
    id             bigint generated always as identity primary key,
    kind           text        not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    reason         text        not null,
    -- what makes two reports the same case
    subject        text        not null,
    owner_kind     text,
    order_id       bigint,
    purchase_id    bigint,
    work_queue     text,
    work_key       text,
    work_payload   text,
    attempts       integer     not null default 0 check (attempts >= 0),
    last_error     text,
    opened_at      timestamptz not null,
    state          text        not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    closed_at      timestamptz,
    closed_by      text,
    closing_reason text,
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((state = 'CLOSED') = (closed_by is not null)),
    check ((owner_kind is null) = (order_id is null)),
    check ((work_queue is null) = (work_key is null))
);
create unique index case_open_once on operations.cases (kind, subject) where state = 'OPEN';
create index case_by_order on operations.cases (order_id) where state = 'OPEN';

create table operations.timeline (
    id         bigint generated always as identity primary key,
    owner_kind text        not null,
    order_id   bigint      not null,
    at         timestamptz not null,
    event      text        not null,
    by         text        not null,
    details    jsonb       not null default '{}'
);
create index timeline_of_order on operations.timeline (order_id, owner_kind);

-- what only one process at a time should do, and when it may be done again
create table operations.turns (
    name    text primary key,
    next_at timestamptz not null
) with (fillfactor = 50);
