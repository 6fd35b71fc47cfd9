// The ground and the ink of each kind of stretch, in light and in dark: for pages, and for pictures that stand alone.

/** Takes effect on elements whose class is that of a kind. */
export const KIND_STYLE = `
pattern rect { fill: var(--g); }
pattern path { fill: none; stroke: var(--i); stroke-width: 1.1; }
pattern circle { fill: var(--i); }
.held { --g: #ffffff; --i: #6b7682; } rect.held { fill: url(#p-held); }
.pooled { --g: #eeeefc; --i: #5151c8; } rect.pooled { fill: url(#p-pooled); }
.handling { --g: #1c63c4; --i: #a9cdf8; } rect.handling { fill: url(#p-handling); }
.queued { --g: #e3f4f1; --i: #00796b; } rect.queued { fill: url(#p-queued); }
.server { --g: #9fd8d0; --i: #00594f; } rect.server { fill: url(#p-server); }
.way { --g: #e4f3fc; --i: #0277bd; } rect.way { fill: url(#p-way); }
.else { --g: #efe8f8; --i: #6a3fb5; } rect.else { fill: url(#p-else); }
.busy { --g: #ffe2d1; --i: #c2410c; } rect.busy { fill: url(#p-busy); }
.nocore { --g: #fdf0c8; --i: #7a5a00; } rect.nocore { fill: url(#p-nocore); }
.stuck { --g: #fce0e0; --i: #a61b1b; } rect.stuck { fill: url(#p-stuck); }
.here { --g: #b45309; --i: #7c3a06; } rect.here { fill: url(#p-here); }
.worker { --g: #2b8a3e; --i: #b9efc4; } rect.worker { fill: url(#p-worker); }
.other { --g: #c8e6a0; --i: #47700f; } rect.other { fill: url(#p-other); }
@media screen and (prefers-color-scheme: dark) {
  .held { --g: #10151b; --i: #8b97a3; }
  .pooled { --g: #23234a; --i: #a3a3ff; }
  .handling { --g: #3b82e0; --i: #0d2d5c; }
  .queued { --g: #0c2f2a; --i: #4fc4b2; }
  .server { --g: #14695d; --i: #9be8da; }
  .way { --g: #0d2c3f; --i: #5cc0f5; }
  .else { --g: #2c1f45; --i: #bd9cf2; }
  .busy { --g: #4a1d08; --i: #ff8f57; }
  .nocore { --g: #3d3108; --i: #e8c24a; }
  .stuck { --g: #4a1212; --i: #ff8585; }
  .here { --g: #e08a3c; --i: #ffc48f; }
  .worker { --g: #46b35c; --i: #0c3d18; }
  .other { --g: #33480f; --i: #b6de74; }
}
`;
