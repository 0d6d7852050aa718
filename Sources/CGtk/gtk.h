#ifndef UPLIFT_GTK_H
#define UPLIFT_GTK_H
#define GDK_VERSION_MIN_REQUIRED GDK_VERSION_4_8
#define GDK_VERSION_MAX_ALLOWED GDK_VERSION_4_8
#include <malloc.h>
#include <gtk/gtk.h>
#include <glib-unix.h>

/* What Swift cannot import: macros of types, and struct fields that are bit fields' neighbours. */

static inline GType uplift_type_invalid(void) { return G_TYPE_INVALID; }
static inline GType uplift_type_boolean(void) { return G_TYPE_BOOLEAN; }
static inline GType uplift_type_int(void) { return G_TYPE_INT; }
static inline GType uplift_type_double(void) { return G_TYPE_DOUBLE; }
static inline GType uplift_type_string(void) { return G_TYPE_STRING; }
static inline GType uplift_type_of(gpointer instance) { return G_OBJECT_TYPE(instance); }
static inline gpointer uplift_class_of(gpointer instance) { return G_OBJECT_GET_CLASS(instance); }

static inline gboolean uplift_value_holds_string(const GValue *value) {
  return G_VALUE_HOLDS_STRING(value);
}
static inline gboolean uplift_value_holds_boolean(const GValue *value) {
  return G_VALUE_HOLDS_BOOLEAN(value);
}

static inline GClosure *uplift_closure_new(
    gpointer data, GClosureMarshal marshal, GClosureNotify notify) {
  GClosure *closure = g_closure_new_simple(sizeof(GClosure), data);
  g_closure_set_marshal(closure, marshal);
  g_closure_add_finalize_notifier(closure, data, notify);
  return closure;
}
static inline gpointer uplift_closure_data(GClosure *closure) { return closure->data; }

/* libdispatch's door for other event loops. */
extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *message);
#endif
