#ifndef UPLIFT_PANGO_CAIRO_H
#define UPLIFT_PANGO_CAIRO_H
#include <pango/pangocairo.h>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <hb-ot.h>
#endif
