import type { Handlers } from '../call';
import { canView } from '../details';
import { SEARCH_PAGE_MAX } from '../limits';
import { integerParameter } from '../query';
import { badRequest, forbidden, notFound } from '../refusal';
import { fold } from '../registry';

export const searchHandlers: Handlers<'search-by-detail-field'> = {
  /** Customers that hold all of the values, in any letter case; their e-mail only for administrators. */
  'search-by-detail-field': ({ site: { state }, body, query, caller }) => {
    const { detailFields } = body();
    if (detailFields.length === 0) throw badRequest('A search has at least one detail field.');
    const page = integerParameter(query, 'page', { otherwise: 1, least: 1, most: Number.MAX_SAFE_INTEGER });
    const bounds = { otherwise: SEARCH_PAGE_MAX, least: 1, most: SEARCH_PAGE_MAX };
    const maxResults = integerParameter(query, 'maxResults', bounds);
    const conditions = detailFields.map(({ name, value }) => {
      const field = state.fields.customer.find(name);
      if (field === undefined) throw notFound(`There is no detail field "${name}".`);
      if (!canView(field, caller)) throw forbidden(`You may not see the detail field "${field.name}".`);
      return { fieldId: field.id, value: fold(value) };
    });
    const found = [...state.customers.values()].filter(({ details }) =>
      conditions.every(({ fieldId, value }) => details.get(fieldId)?.some((held) => fold(held) === value) ?? false),
    );
    const showsEmail = caller.rights.includes('administrator');
    const from = (page - 1) * maxResults;
    return {
      page,
      maxResults,
      total: found.length,
      isLast: from + maxResults >= found.length,
      customers: found
        .slice(from, from + maxResults)
        .map(({ id, displayName, email }) => ({ id, name: displayName, ...(showsEmail && { email }) })),
    };
  },
};
