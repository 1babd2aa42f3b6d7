-- What planning found out beyond the contract's answer, kept with the plan.

alter table plan
  -- Which levels are proven: {"cost", "orders", "fairness", "staying"}, each true or false. Null for plans made before this was kept.
  add column proven jsonb check (jsonb_typeof(proven) = 'object'),
  -- What changed when it was planned again, or made close to a former plan, and why. Null for a first plan.
  add column changes jsonb check (jsonb_typeof(changes) = 'object');
