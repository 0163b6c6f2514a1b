'use strict';
// Runs Azurite's blob service for as long as the process that started it lives: when that one ends, however it ends,
// our standard input closes and we go too.
const path = require('path');
const folder = process.argv[1];
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
require(path.join(folder, 'node_modules', 'azurite', 'dist', 'src', 'blob', 'main.js'));
