#pragma once

/// How jemalloc is set; it looks for this name when the program starts.
extern const char *malloc_conf;
