-- What each wanted entity's record is made of: its newest draft, and a row for each item that it names, with that item's
-- labels. Ordered, so that the rows of one entity stand together. Plain SQL of 2003: DuckDB, Spark and Trino read it alike.
with numbered as (
  select item, draft, row_number() over (partition by item order by position desc) as age
  from drafts
),
wanted as (
  select item, draft from numbered where age = 1
),
named as (
  select distinct item, needed from needs
),
newest as (
  select item, labels, jurisdiction, row_number() over (partition by item order by position desc) as age
  from notes
)
select
  wanted.item,
  wanted.draft,
  named.needed,
  newest.labels,
  newest.jurisdiction,
  case when target.item is null then 0 else 1 end as has_record
from wanted
left join named on named.item = wanted.item
left join newest on newest.item = named.needed and newest.age = 1
left join wanted as target on target.item = named.needed
order by wanted.item, named.needed
