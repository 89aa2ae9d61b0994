-- Whether an account of this role needs a second factor: owners do, where the setting says so.
CREATE FUNCTION shop_requires_second_factor(role "UserRole") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT role = 'SUPER_ADMIN' AND EXISTS (
    SELECT 1 FROM "Setting" WHERE "key" = 'requireSecondFactor' AND "value" = 'true'::jsonb
  )
$$;
