-- For wrk: post filled-in forms, each with a key and (behind the proxy) an address of its own.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

function init(args)
  count = 0
  words = string.rep("Meer%20tijd%20om%20te%20oefenen.%20", 20)
end

function request()
  count = count + 1
  local key = string.format("%08x-0000-4000-8000-%012x", id, count)
  local client = string.format("10.%d.%d.%d", id, count / 64 % 64, count % 64)
  local body = "_vragenlijst=module%2Fv1&_module=proef&_sleutel=" .. key
    .. "&_website=&_tijd=90&bruikbaar=3&leerdoel.luisteren.voor=1&leerdoel.luisteren.na=3"
    .. "&leerdoel.terugkijken.voor=2&leerdoel.terugkijken.na=3&kennis.samenvatten=1"
    .. "&kennis.meekijken=2&cijfer=8&aanrader=ja&vorm=lezen&vorm=oefenen&instelling=noord"
    .. "&rol=begeleider&beter=" .. words
  local headers = {
    ["Accept"] = "application/json",
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Origin"] = "https://voorbeeld.example",
    ["X-Forwarded-For"] = client,
  }
  return wrk.format("POST", "/antwoorden", headers, body)
end

function done(summary, latency, requests)
  local refused = summary.errors.status
  local broken = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.timeout
  io.stderr:write(string.format("%d %d %d %d %d %d\n", summary.requests - refused, refused, broken,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
