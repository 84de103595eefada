#include "allocator.h"

// A build makes and drops pages of megabytes: what stays free goes back to the system.
const char *malloc_conf = "narenas:2,dirty_decay_ms:50,muzzy_decay_ms:0,lg_extent_max_active_fit:3";
