import { startBrowserServer } from './browser';

startBrowserServer();
