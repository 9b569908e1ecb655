#include "node.h"
#include "text.h"

bool
node_is_null(const struct node *n)
{
	return n->kind == NODE_SCALAR && n->plain
	    && (!n->text.n || text_eq(n->text, STR("~")) || text_eq(n->text, STR("null"))
	    || text_eq(n->text, STR("Null")) || text_eq(n->text, STR("NULL")));
}
