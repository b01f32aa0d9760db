import type {
  CreateTokenDto,
  IssuedTokenDto,
  TokenDto,
  TokenFieldsDto,
  UpdateTokenDto,
} from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { InvalidRequestError, NotFoundError } from '../../core/gateway-error';
import type { AdminActor } from '../../http/admin/admin-actor';
import { ConflictError } from '../../http/admin/admin-errors';
import type { AuditTrail } from '../audit/audit-trail';
import type { AccessTokenEntity } from './access-token.entity';
import type { TokenMeters } from './limits/token-meters';
import { makeToken } from './make-token';
import { toTokenDto } from './to-token-dto';
import type { TokenRepository } from './token.repository';
import type { TokenWatch } from './token-watch';

/** Makes, changes and takes back tokens. Each change acts at once, and leaves an audit row. */
export class ManageTokensService {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly watch: Pick<TokenWatch, 'reload' | 'storeUses'>,
    private readonly meters: TokenMeters,
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly trail: AuditTrail,
  ) {}

  /** The oldest first. */
  async list(): Promise<TokenDto[]> {
    await this.watch.storeUses();
    return (await this.tokens.live()).map((row) => this.#toDto(row));
  }

  /** @throws NotFoundError */
  async one(id: number): Promise<TokenDto> {
    await this.watch.storeUses();
    return this.#toDto(await this.#rowOf(id));
  }

  /** @throws InvalidRequestError for a time that has passed */
  async create({ name, ...fields }: CreateTokenDto, actor: AdminActor): Promise<IssuedTokenDto> {
    const stored = this.#toColumns(fields);
    const secret = makeToken();
    const id = await this.tokens.create(
      { secret, name: name.trim(), role: 'client', source: 'admin' },
      stored,
    );
    await this.watch.reload();
    this.trail.record({ action: 'tokens.create', subject: id, details: { name, ...fields } }, actor);
    return { token: await this.one(id), secret: secret.reveal() };
  }

  /** @throws NotFoundError, InvalidRequestError; ConflictError where nobody could administer any more */
  async update(id: number, changes: UpdateTokenDto, actor: AdminActor): Promise<TokenDto> {
    const row = await this.#rowOf(id);
    const { name, isEnabled, ...fields } = changes;
    const stored = {
      ...this.#toColumns(fields),
      ...(name !== undefined && { name: name.trim() }),
      ...(isEnabled !== undefined && { isEnabled }),
    };
    if (isEnabled === false || typeof stored.expiresAtMs === 'number') await this.#spareLastAdmin(row);
    await this.tokens.update(id, stored);
    await this.watch.reload();
    this.trail.record({ action: 'tokens.update', subject: id, details: { ...changes } }, actor);
    return this.one(id);
  }

  /** Gives the token another secret; the one before stops working. @throws NotFoundError, ConflictError */
  async rotate(id: number, actor: AdminActor): Promise<IssuedTokenDto> {
    const { source } = await this.#rowOf(id);
    if (source === 'env')
      throw new ConflictError(
        'This token is managed by the environment: change ALLOWED_TOKENS or AUTH_TOKEN.',
      );
    const secret = makeToken();
    await this.tokens.replaceSecret(id, secret);
    await this.watch.reload();
    this.trail.record({ action: 'tokens.rotate', subject: id }, actor);
    return { token: await this.one(id), secret: secret.reveal() };
  }

  /** One of the environment does not return with it. @throws NotFoundError, ConflictError */
  async delete(id: number, actor: AdminActor): Promise<void> {
    const row = await this.#rowOf(id);
    await this.#spareLastAdmin(row);
    const gone = row.source === 'env' ? { remove: [], bury: [id] } : { remove: [id], bury: [] };
    await this.tokens.change({ add: [], changeRole: [], ...gone });
    await this.watch.reload();
    this.trail.record({ action: 'tokens.delete', subject: id, details: { name: row.name } }, actor);
  }

  async #rowOf(id: number): Promise<AccessTokenEntity> {
    const row = await this.tokens.find(id);
    if (row === undefined) throw new NotFoundError('There is no such token.');
    return row;
  }

  /** @throws ConflictError */
  async #spareLastAdmin({ id, role }: AccessTokenEntity): Promise<void> {
    if (role !== 'admin') return;
    const lasting = (token: AccessTokenEntity): boolean =>
      token.role === 'admin' && token.isEnabled && token.expiresAtMs === null && token.id !== id;
    if (!(await this.tokens.live()).some(lasting))
      throw new ConflictError(
        'This is the last admin token: without it nobody could administer the gateway.',
      );
  }

  #toColumns({ allowedModels, ...fields }: TokenFieldsDto) {
    if (typeof fields.expiresAtMs === 'number' && fields.expiresAtMs <= this.clock.nowMs())
      throw new InvalidRequestError('The time at which the token expires has passed.', {
        field: 'expiresAtMs',
      });
    if (allowedModels === undefined) return fields;
    const names = [...new Set((allowedModels ?? []).map((name) => name.trim().replace(/^models\//, '')))];
    return { ...fields, allowedModels: names.length === 0 ? null : names };
  }

  #toDto(row: AccessTokenEntity): TokenDto {
    return toTokenDto(row, this.clock.nowMs(), this.meters.get(row.id)?.used());
  }
}
