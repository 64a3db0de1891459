-- How far the life of each eSIM is, as its supplier told it; a row is made when the supplier is first asked.
create table fulfillment.esim_lives (
    esim_id      bigint      primary key references fulfillment.esims,
    -- never goes back
    stage        text        not null default 'NEW' check (stage in ('NEW', 'INSTALLED', 'ACTIVE', 'DEPLETED', 'EXPIRED', 'CANCELLED')),
    installed_at timestamptz,
    activated_at timestamptz,
    used_bytes   bigint      check (used_bytes >= 0),
    total_bytes  bigint      check (total_bytes >= 0),
    expires_at   timestamptz,
    -- when the question was asked that brought the newest answer in here
    checked_at   timestamptz,
    -- how many questions were asked; the next one's number is part of the key of its work item
    questions    integer     not null default 0 check (questions >= 0),
    -- when the last question was asked, answered or not
    asked_at     timestamptz,
    -- what stands on the order's timeline already
    told         text[]      not null default '{}'
) with (fillfactor = 70);

-- suppliers' callbacks name an eSIM by its ICCID
create index esims_by_iccid on fulfillment.esims (iccid) where iccid is not null;
