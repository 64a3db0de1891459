-- What suppliers offer, what became of it in the catalog, and the clockwork that asks them.

alter table catalog.product_variants
    -- set while the variant is inactive only because its supplier does not offer it; a person's word ends it
    add column withdrawn_at timestamptz,
    add constraint withdrawn_variants_are_inactive check (withdrawn_at is null or status = 'inactive');

-- One look at one supplier's list, from the wish for it to what came of it.
create table catalog.sync_runs (
    id           bigint generated always as identity primary key,
    supplier     text        not null,
    -- a planned time or a wish of a person: one run each, however many processes ask
    cause        text        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    -- a person says that the list may be short
    accept_loss  boolean     not null default false,
    started_at   timestamptz,
    ended_at     timestamptz,
    outcome      text        not null default 'WAITING'
        check (outcome in ('WAITING', 'RUNNING', 'FAILED', 'MERGED', 'NOT_BELIEVED', 'SUPERSEDED')),
    counts       jsonb       not null default '{}',
    changes      jsonb       not null default '[]',
    error        text,
    unique (supplier, cause),
    check ((ended_at is null) = (outcome in ('WAITING', 'RUNNING', 'FAILED')))
);
create index sync_runs_merged on catalog.sync_runs (supplier, started_at) where outcome = 'MERGED';

create table catalog.supplier_offers (
    id            bigint generated always as identity primary key,
    supplier      text           not null,
    supplier_sku  text           not null check (supplier_sku <> ''),
    -- further names that an order may use for the same bundle
    other_names   text[]         not null,
    name          text           not null,
    cost_amount   numeric(19, 4) not null check (cost_amount >= 0),
    cost_currency char(3)        not null,
    available     boolean        not null,
    countries     text[]         not null,
    -- null: unlimited, or not said
    data_bytes    bigint check (data_bytes > 0),
    -- of the units that the supplier speaks of: megabytes of 10^6 or of 2^20 bytes
    data_base     text check (data_base in ('DECIMAL', 'BINARY')),
    validity_days integer check (validity_days > 0),
    first_seen    timestamptz    not null,
    last_seen     timestamptz    not null,
    vanished_at   timestamptz,
    unique (supplier, supplier_sku),
    check ((data_bytes is null) = (data_base is null))
) with (fillfactor = 70);

create table catalog.cost_history (
    id         bigint generated always as identity primary key,
    variant_id bigint         not null references catalog.product_variants,
    old_amount numeric(19, 4) not null,
    new_amount numeric(19, 4) not null,
    currency   char(3)        not null,
    run_id     bigint         not null references catalog.sync_runs,
    at         timestamptz    not null
);
create index cost_history_of_variant on catalog.cost_history (variant_id, id);

-- Quartz' own tables, as its 2.5.2 ships them for PostgreSQL.

create table operations.qrtz_job_details
(
  sched_name        varchar(120) not null,
  job_name          varchar(200) not null,
  job_group         varchar(200) not null,
  description       varchar(250) null,
  job_class_name    varchar(250) not null,
  is_durable        bool         not null,
  is_nonconcurrent  bool         not null,
  is_update_data    bool         not null,
  requests_recovery bool         not null,
  job_data          bytea        null,
  primary key (sched_name, job_name, job_group)
);

create table operations.qrtz_triggers
(
  sched_name     varchar(120) not null,
  trigger_name   varchar(200) not null,
  trigger_group  varchar(200) not null,
  job_name       varchar(200) not null,
  job_group      varchar(200) not null,
  description    varchar(250) null,
  next_fire_time bigint       null,
  prev_fire_time bigint       null,
  priority       integer      null,
  trigger_state  varchar(16)  not null,
  trigger_type   varchar(8)   not null,
  start_time     bigint       not null,
  end_time       bigint       null,
  calendar_name  varchar(200) null,
  misfire_instr  smallint     null,
  job_data       bytea        null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group)
  references operations.qrtz_job_details (sched_name, job_name, job_group)
);

create table operations.qrtz_simple_triggers
(
  sched_name      varchar(120) not null,
  trigger_name    varchar(200) not null,
  trigger_group   varchar(200) not null,
  repeat_count    bigint       not null,
  repeat_interval bigint       not null,
  times_triggered bigint       not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references operations.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table operations.qrtz_cron_triggers
(
  sched_name      varchar(120) not null,
  trigger_name    varchar(200) not null,
  trigger_group   varchar(200) not null,
  cron_expression varchar(120) not null,
  time_zone_id    varchar(80),
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references operations.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table operations.qrtz_simprop_triggers
(
  sched_name    varchar(120)   not null,
  trigger_name  varchar(200)   not null,
  trigger_group varchar(200)   not null,
  str_prop_1    varchar(512)   null,
  str_prop_2    varchar(512)   null,
  str_prop_3    varchar(512)   null,
  int_prop_1    int            null,
  int_prop_2    int            null,
  long_prop_1   bigint         null,
  long_prop_2   bigint         null,
  dec_prop_1    numeric(13, 4) null,
  dec_prop_2    numeric(13, 4) null,
  bool_prop_1   bool           null,
  bool_prop_2   bool           null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references operations.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table operations.qrtz_blob_triggers
(
  sched_name    varchar(120) not null,
  trigger_name  varchar(200) not null,
  trigger_group varchar(200) not null,
  blob_data     bytea        null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references operations.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table operations.qrtz_calendars
(
  sched_name    varchar(120) not null,
  calendar_name varchar(200) not null,
  calendar      bytea        not null,
  primary key (sched_name, calendar_name)
);

create table operations.qrtz_paused_trigger_grps
(
  sched_name    varchar(120) not null,
  trigger_group varchar(200) not null,
  primary key (sched_name, trigger_group)
);

create table operations.qrtz_fired_triggers
(
  sched_name        varchar(120) not null,
  entry_id          varchar(95)  not null,
  trigger_name      varchar(200) not null,
  trigger_group     varchar(200) not null,
  instance_name     varchar(200) not null,
  fired_time        bigint       not null,
  sched_time        bigint       not null,
  priority          integer      not null,
  state             varchar(16)  not null,
  job_name          varchar(200) null,
  job_group         varchar(200) null,
  is_nonconcurrent  bool         null,
  requests_recovery bool         null,
  primary key (sched_name, entry_id)
);

create table operations.qrtz_scheduler_state
(
  sched_name        varchar(120) not null,
  instance_name     varchar(200) not null,
  last_checkin_time bigint       not null,
  checkin_interval  bigint       not null,
  primary key (sched_name, instance_name)
);

create table operations.qrtz_locks
(
  sched_name varchar(120) not null,
  lock_name  varchar(40)  not null,
  primary key (sched_name, lock_name)
);

create index idx_qrtz_j_req_recovery
  on operations.qrtz_job_details (sched_name, requests_recovery);
create index idx_qrtz_j_grp
  on operations.qrtz_job_details (sched_name, job_group);

create index idx_qrtz_t_j
  on operations.qrtz_triggers (sched_name, job_name, job_group);
create index idx_qrtz_t_jg
  on operations.qrtz_triggers (sched_name, job_group);
create index idx_qrtz_t_c
  on operations.qrtz_triggers (sched_name, calendar_name);
create index idx_qrtz_t_g
  on operations.qrtz_triggers (sched_name, trigger_group);
create index idx_qrtz_t_state
  on operations.qrtz_triggers (sched_name, trigger_state);
create index idx_qrtz_t_n_state
  on operations.qrtz_triggers (sched_name, trigger_name, trigger_group, trigger_state);
create index idx_qrtz_t_n_g_state
  on operations.qrtz_triggers (sched_name, trigger_group, trigger_state);
create index idx_qrtz_t_next_fire_time
  on operations.qrtz_triggers (sched_name, next_fire_time);
create index idx_qrtz_t_nft_st
  on operations.qrtz_triggers (sched_name, trigger_state, next_fire_time);
create index idx_qrtz_t_nft_misfire
  on operations.qrtz_triggers (sched_name, misfire_instr, next_fire_time);
create index idx_qrtz_t_nft_st_misfire
  on operations.qrtz_triggers (sched_name, misfire_instr, next_fire_time, trigger_state);
create index idx_qrtz_t_nft_st_misfire_grp
  on operations.qrtz_triggers (sched_name, misfire_instr, next_fire_time, trigger_group, trigger_state);

create index idx_qrtz_ft_trig_inst_name
  on operations.qrtz_fired_triggers (sched_name, instance_name);
create index idx_qrtz_ft_inst_job_req_rcvry
  on operations.qrtz_fired_triggers (sched_name, instance_name, requests_recovery);
create index idx_qrtz_ft_j_g
  on operations.qrtz_fired_triggers (sched_name, job_name, job_group);
create index idx_qrtz_ft_jg
  on operations.qrtz_fired_triggers (sched_name, job_group);
create index idx_qrtz_ft_t_g
  on operations.qrtz_fired_triggers (sched_name, trigger_name, trigger_group);
create index idx_qrtz_ft_tg
  on operations.qrtz_fired_triggers (sched_name, trigger_group);
