-- The roles that other entities say a wanted entity holds, in the order of join-tables.sql.
select distinct holders.item, holders.statement
from holders
join drafts on drafts.item = holders.item
order by holders.item, holders.statement
