#include <string.h>

#include "field.h"
#include "text.h"

enum { SPELLINGS = 12 };

static const char *const table[FIELDS][SPELLINGS] = {
	[FIELD_NAME] = {"name", "fullname", "fn"},
	[FIELD_ALIASES] = {"aliases", "alias"},
	[FIELD_ORG] = {"org", "company", "organization", "organisation", "employer", "firm"},
	[FIELD_EMAIL] = {"email", "emails", "mail"},
	[FIELD_PHONE] = {"phone", "phones", "tel", "mobile"},
	[FIELD_TAGS] = {"tags", "tag", "category", "categories", "tier", "group", "groups"},
	[FIELD_VIA] = {"via", "referredby", "introducedby", "metthrough"},
	[FIELD_EVERY] = {"every", "cadence", "frequency", "contactfrequency", "keepintouch", "stayintouch",
	    "interval", "prmcadence"},
	[FIELD_LAST] = {"last", "lastcontact", "lastcontacted", "lastcontactedat", "lastchat", "lastinteraction",
	    "datelastinteraction", "lastmet", "lastseen", "lasttalkedto", "prmlastcontacted"},
	[FIELD_NEXT] = {"next", "nextcontact", "nextfollowup", "followup", "followupon", "followupdate",
	    "followupdue", "followupreminderdate"},
	[FIELD_SNOOZE] = {"snooze", "snoozeuntil", "prmsnoozeuntil"},
	[FIELD_STAGE] = {"stage", "status"},
	[FIELD_ADDED] = {"added", "created", "since", "datefound"},
	[FIELD_APPLIED] = {"applied", "dateapplied", "applieddate"},
	[FIELD_MET] = {"met", "metdate", "firstmet"},
	[FIELD_BIRTHDAY] = {"birthday", "bday", "birthdate", "dob", "prmbirthday"},
	[FIELD_DATES] = {"dates", "anniversaries"},
	[FIELD_AVOID] = {"avoid"},
	[FIELD_LOG] = {"log", "touches", "interactions", "contactlog"},
	[FIELD_PROMISES] = {"promises", "commitments"},
	[FIELD_RESULT] = {"result", "outcome"},
	[FIELD_ROLE] = {"role", "title", "jobtitle", "position"},
	[FIELD_ASKS] = {"asks", "requirements"},
	[FIELD_OFFERS] = {"offers", "qualifications"},
	[FIELD_QUESTIONS] = {"questions"},
};

static bool
spells(struct str key, enum field field)
{
	unsigned i;

	for (i = 0; i < SPELLINGS && table[field][i]; i++)
		if (text_is(key, table[field][i]))
			return true;
	return false;
}

bool
field_is_date(struct str key)
{
	static const enum field dates[] = {FIELD_LAST, FIELD_NEXT, FIELD_SNOOZE, FIELD_ADDED, FIELD_APPLIED, FIELD_MET,
	    FIELD_BIRTHDAY};
	size_t i;

	for (i = 0; i < LEN(dates); i++)
		if (spells(key, dates[i]))
			return true;
	return false;
}

bool
field_is_span(struct str key)
{
	return spells(key, FIELD_EVERY);
}

const char *
field_name(enum field field)
{
	return table[field][0];
}

size_t
field_spellings(struct spelling **out)
{
	size_t n = 0;
	unsigned f, i;

	*out = mem_resize(NULL, (size_t)FIELDS * SPELLINGS, sizeof **out);
	for (f = 0; f < FIELDS; f++)
		for (i = 0; i < SPELLINGS && table[f][i]; i++)
			(*out)[n++] = (struct spelling){{table[f][i], strlen(table[f][i])}, (enum field)f, i};
	return n;
}
