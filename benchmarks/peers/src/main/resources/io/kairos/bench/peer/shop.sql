-- What the peers keep and decide, as views over the table events, in SQL.

-- Features: one row for each key, brought up to date with each event.

CREATE TEMPORARY VIEW profiles AS
SELECT
  customer_id,
  COUNT(*) FILTER (WHERE type = 'VIEW') AS viewed,
  COUNT(*) FILTER (WHERE type = 'SEARCH') AS searches,
  COUNT(*) FILTER (WHERE type = 'OTHER_CLICK') AS other_clicks,
  COUNT(*) FILTER (WHERE type = 'CART_CHANGED') AS cart_changes,
  COUNT(*) FILTER (WHERE type = 'CART_EMPTIED') AS carts_emptied,
  COUNT(*) FILTER (WHERE type = 'ORDER_PLACED') AS orders_placed,
  COUNT(*) FILTER (WHERE type = 'ORDER_PAID') AS orders_paid,
  COUNT(*) FILTER (WHERE type = 'ORDER_PROGRESSED') AS orders_progressed,
  SUM(cents) FILTER (WHERE type = 'ORDER_PAID') AS paid_cents,
  MAX(`time`) FILTER (WHERE type <> 'ORDER_PROGRESSED') AS last_seen
FROM events
GROUP BY customer_id;

CREATE TEMPORARY VIEW days AS
SELECT /*+ STATE_TTL('events' = '30d') */
  customer_id,
  CAST(rowtime AS DATE) AS `day`,
  COUNT(*) FILTER (WHERE type = 'VIEW') AS viewed,
  COUNT(*) FILTER (WHERE type = 'SEARCH') AS searches,
  COUNT(*) FILTER (WHERE type = 'OTHER_CLICK') AS other_clicks,
  COUNT(*) FILTER (WHERE type = 'CART_CHANGED') AS cart_changes,
  COUNT(*) FILTER (WHERE type = 'CART_EMPTIED') AS carts_emptied,
  COUNT(*) FILTER (WHERE type = 'ORDER_PLACED') AS orders_placed,
  COUNT(*) FILTER (WHERE type = 'ORDER_PAID') AS orders_paid,
  COUNT(*) FILTER (WHERE type = 'ORDER_PROGRESSED') AS orders_progressed,
  SUM(cents) FILTER (WHERE type = 'ORDER_PAID') AS paid_cents
FROM events
GROUP BY customer_id, CAST(rowtime AS DATE);

CREATE TEMPORARY VIEW activity AS
SELECT customer_id, `time`, rowtime
FROM events
WHERE type <> 'ORDER_PROGRESSED';

CREATE TEMPORARY VIEW visits AS
SELECT customer_id, COUNT(*) AS sessions
FROM (
  SELECT customer_id, window_start, window_end
  FROM SESSION(
    TABLE activity PARTITION BY customer_id, DESCRIPTOR(rowtime), INTERVAL '30' MINUTE)
  GROUP BY customer_id, window_start, window_end)
GROUP BY customer_id;

CREATE TEMPORARY VIEW categories AS
SELECT customer_id, category, COUNT(*) AS viewed
FROM events
WHERE type = 'VIEW' AND category IS NOT NULL
GROUP BY customer_id, category;

CREATE TEMPORARY VIEW last_items AS
SELECT customer_id, item, viewed_at
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY viewed_at DESC) AS place
  FROM (
    SELECT /*+ STATE_TTL('events' = '30d') */ customer_id, item, MAX(`time`) AS viewed_at
    FROM events
    WHERE type = 'VIEW' AND item IS NOT NULL
    GROUP BY customer_id, item))
WHERE place <= 10;

-- The cart: an order or an emptying ends it, and another id is another cart. What the sums of carts
-- that are over keep stays: only joins and groups can be told to forget, or all queries at once.

CREATE TEMPORARY VIEW numbered_changes AS
SELECT
  customer_id, `time`, rowtime, cart_id, item, quantity, cents,
  type = 'CART_CHANGED' AS is_change,
  COUNT(CASE WHEN type <> 'CART_CHANGED' THEN 1 END) OVER (
    PARTITION BY customer_id ORDER BY rowtime ROWS UNBOUNDED PRECEDING) AS cart_number
FROM events
WHERE type IN ('CART_CHANGED', 'CART_EMPTIED', 'ORDER_PLACED', 'ORDER_PAID');

CREATE TEMPORARY VIEW cart_lines AS
SELECT
  *,
  LAG(quantity, 1, 0) OVER line AS quantity_before,
  LAG(quantity * cents, 1, CAST(0 AS BIGINT)) OVER line AS cents_before
FROM numbered_changes
WINDOW line AS (PARTITION BY customer_id, cart_number, cart_id, item ORDER BY rowtime);

CREATE TEMPORARY VIEW carts AS
SELECT
  customer_id, `time`, rowtime, cart_number, cart_id, is_change,
  SUM(quantity - quantity_before) OVER cart AS units,
  SUM(quantity * cents - cents_before) OVER cart AS cents
FROM cart_lines
WINDOW cart AS (
  PARTITION BY customer_id, cart_number, cart_id ORDER BY rowtime ROWS UNBOUNDED PRECEDING);

-- Rules.

CREATE TEMPORARY VIEW carts_left AS
SELECT customer_id, cart_number, cart_id, `time`, cents, window_time
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY customer_id, window_start, window_end ORDER BY rowtime DESC) AS place
  FROM SESSION(TABLE carts PARTITION BY customer_id, DESCRIPTOR(rowtime), INTERVAL '1' HOUR))
WHERE place = 1 AND is_change AND units > 0;

CREATE TEMPORARY VIEW cart_alerts AS
SELECT customer_id, 'CART_ABANDONED' AS rule, `time` + 3600000 AS `time`, cents
FROM (
  SELECT
    *,
    COUNT(*) OVER (
      PARTITION BY customer_id, cart_number, cart_id ORDER BY window_time
      ROWS UNBOUNDED PRECEDING) AS nth
  FROM carts_left)
WHERE nth = 1;

CREATE TEMPORARY VIEW dormant_alerts AS
SELECT
  customer_id, 'DORMANT' AS rule, MAX(`time`) + 259200000 AS `time`, CAST(0 AS BIGINT) AS cents
FROM SESSION(TABLE activity PARTITION BY customer_id, DESCRIPTOR(rowtime), INTERVAL '3' DAY)
GROUP BY customer_id, window_start, window_end;

CREATE TEMPORARY VIEW vip_alerts AS
SELECT customer_id, 'VIP' AS rule, `time`, spent AS cents
FROM (
  SELECT
    customer_id, `time`, cents,
    SUM(cents) OVER (
      PARTITION BY customer_id ORDER BY rowtime
      RANGE BETWEEN INTERVAL '30' DAY PRECEDING AND CURRENT ROW) AS spent
  FROM events
  WHERE type = 'ORDER_PAID')
WHERE spent >= 200000 AND spent - cents < 200000;

CREATE TEMPORARY VIEW alerts AS
SELECT customer_id AS `customerId`, rule, `time`, cents FROM cart_alerts
UNION ALL
SELECT customer_id, rule, `time`, cents FROM dormant_alerts
UNION ALL
SELECT customer_id, rule, `time`, cents FROM vip_alerts;
