/** Organizations, and products, that one operation may associate. CSM reference, AssociateOrganizations and AssociateProducts. */
export const MAX_ASSOCIATIONS = 5;
/** Characters of a display name or an id. The reference gives none; 255 is what the site's own forms take. */
export const MAX_NAME_CHARS = 255;
/** Characters of an e-mail address. RFC 5321, 4.5.3.1.3, without the angle brackets. */
export const MAX_EMAIL_CHARS = 254;
