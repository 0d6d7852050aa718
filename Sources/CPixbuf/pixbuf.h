#ifndef UPLIFT_PIXBUF_H
#define UPLIFT_PIXBUF_H
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>
#endif
