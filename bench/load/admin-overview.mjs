/** Signs in as the administrator and reads `GET /api/overview`. */
export async function adminOverview(origin, adminToken) {
  const login = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: adminToken }),
  });
  const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]);
  const reply = await fetch(`${origin}/api/overview`, { headers: { cookie: cookie.join('; ') } });
  if (!reply.ok) throw new Error(`The overview answered with status ${reply.status}.`);
  return reply.json();
}
