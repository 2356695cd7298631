const r=()=>Math.round(process.memoryUsage().rss/1e6);
let before=r();
for (const m of process.argv.slice(2)) { const t=performance.now(); await import(m.startsWith('/')?m:import.meta.resolve(m,'file:///work/main/src/')); const n=r(); console.log(m, '+'+(n-before), n, 'ms', Math.round(performance.now()-t)); before=n; }
