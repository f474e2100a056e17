-- MySQL 9.7 checks a foreign key by the first index that begins with its columns, and does not check it at all where
-- that index goes on with a column that is NULL. These had no other; the plain one has to come before.
CREATE INDEX `callbacks_customer_id_ix` ON `callbacks` (`tenant_id`,`customer_id`);--> statement-breakpoint
DROP INDEX `callbacks_customer_ix` ON `callbacks`;--> statement-breakpoint
CREATE INDEX `sessions_user_id_ix` ON `sessions` (`user_id`);--> statement-breakpoint
DROP INDEX `sessions_user_ix` ON `sessions`;--> statement-breakpoint
CREATE INDEX `customers_merged_ix` ON `customers` (`tenant_id`,`merged_into_id`);--> statement-breakpoint
DROP INDEX `customers_name_ix` ON `customers`;--> statement-breakpoint
CREATE INDEX `customers_name_ix` ON `customers` (`tenant_id`,`merged_into_id`,`name`,`id`);
