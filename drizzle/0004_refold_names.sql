-- ı, đ and œ are folded into letters one types since now: who is called so is made findable anew by the next index run.
UPDATE `customers` SET `searchable` = false WHERE `name` LIKE '%ı%' COLLATE utf8mb4_bin OR `name` LIKE '%đ%' COLLATE utf8mb4_bin OR `name` LIKE '%Đ%' COLLATE utf8mb4_bin OR `name` LIKE '%œ%' COLLATE utf8mb4_bin OR `name` LIKE '%Œ%' COLLATE utf8mb4_bin;
